"""What is typed about plans and tasks; importing the forms makes them known to their steps."""

from portal.forms.planning import funding, plan, sending, share, sorting, task

__all__ = ["funding", "plan", "sending", "share", "sorting", "task"]
