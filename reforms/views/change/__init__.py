"""Changes of procedures: the list of what is not updated in time, the page of one."""
