"""What a sent form does: the step itself, or a submission up the line."""

from __future__ import annotations

from django.contrib import messages

from portal.forms import StepForm
from portal.submissions import Submission, submit
from portal.views.step.rights import Rights
from portal.workflow import Refused


class Deed(Rights):
    def act(self, form: StepForm) -> bool:
        """Done, or False with the refusal on the form."""
        if not self.takes:
            return self.put_on_its_way(form)
        if not form.taken(by=self.request.user, on=self.on):
            return False
        messages.success(self.request, f"Đã ghi: {self.step.label}.")
        return True

    def put_on_its_way(self, form: StepForm) -> bool:
        """Trình: the step waits for the readers of the unit's line."""
        try:
            submission = self.submitted(form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return False
        messages.success(self.request, f"Đã trình {submission.reader.user}: {self.step.label}.")
        return True

    def submitted(self, form: StepForm) -> Submission:
        """Anew, or once more after it was handed back."""
        draft = form.cleaned_data.get("draft", "")
        typed = {"payload": form.submitted(), "draft": draft, "by": self.request.user}
        back = Submission.objects.about(self.subject).filter(
            step=self.step.name, state=Submission.State.HANDED_BACK
        )
        if submission := back.first():
            submission.resubmit(on=self.on, **typed)
            return submission
        return submit(self.subject, self.step, on=self.on, **typed)
