// What is typed during a talk is kept as a draft a moment after the last key; the page says when.
// The key of the form (_once) stays out of it: it belongs to the act itself.
const state = document.querySelector("[data-keep-state]");
const form = state && state.closest("form");
const AFTER = 2000;
let waiting;

async function keep() {
  const typed = new FormData(form);
  typed.delete("_once");
  typed.append("luu-nhap", "1");
  typed.append("tu-luu", "1");
  const sent = await fetch(form.action, { method: "POST", body: typed, redirect: "manual" }).catch(() => null);
  const now = new Date();
  const minutes = String(now.getMinutes()).padStart(2, "0");
  state.textContent =
    sent && sent.status === 204
      ? `Đã lưu nháp lúc ${now.getHours()} giờ ${minutes}.`
      : "Chưa lưu nháp được; nội dung vẫn còn trên màn hình.";
}

if (form)
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, AFTER);
  });
