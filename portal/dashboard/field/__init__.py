"""/dieu-hanh/linh-vuc/: complaints, plans and reform of one field side by side in one period."""
