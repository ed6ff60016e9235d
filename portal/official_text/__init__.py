"""Official documents as people write them: read, never guessed at.

`read_document(content, name=…)` takes .docx, .txt and PDF with text; `Unreadable` carries one
Vietnamese sentence. `time_frames` reads the words of a time.
"""

from portal.official_text.blocks import Unreadable
from portal.official_text.keeping import as_kept
from portal.official_text.opening import read_document
from portal.official_text.reading import Reading, Task
from portal.official_text.repealed import REPEALED

__all__ = ["REPEALED", "Reading", "Task", "Unreadable", "as_kept", "read_document"]
