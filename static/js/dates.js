// Says under a date box how the date is understood, while it is typed: a line that appeared only
// when the box is left would push away the button that is being pressed.
// The server reads dates by the same rules (portal/forms): this is an echo, never a refusal.
const DAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

function understood(text) {
  const parts =
    text.match(/^\s*(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})\s*$/) ||
    text.match(/^\s*(\d{2})(\d{2})(\d{4}|\d{2})\s*$/);
  if (!parts) return null;
  const [day, month] = [Number(parts[1]), Number(parts[2])];
  let year = Number(parts[3]);
  if (parts[3].length === 2) year += year < 50 ? 2000 : 1900;
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date : null;
}

function two(number) {
  return String(number).padStart(2, "0");
}

for (const box of document.querySelectorAll("input[data-date]")) {
  const echo = document.createElement("output");
  echo.className = "form-text understood";
  echo.htmlFor = box.id;
  box.after(echo);
  box.addEventListener("input", () => {
    const date = understood(box.value);
    const words = date && `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
    echo.textContent = date ? `Hiểu là ${DAYS[date.getDay()]}, ${words}` : "";
  });
}
