// A text that is meant for a chat: one button takes all of it along.
// Without this file the text stands there to be marked and copied by hand.
{
  const copy = async (area, button) => {
    try {
      await navigator.clipboard.writeText(area.value);
      button.textContent = "Đã chép";
    } catch {
      area.focus();
      area.select();
      button.textContent = "Đã chọn: bấm Ctrl và C để chép";
    }
  };

  for (const area of document.querySelectorAll("textarea[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = "Chép nội dung nhắc";
    button.addEventListener("click", () => copy(area, button));
    area.after(button);
  }
}
