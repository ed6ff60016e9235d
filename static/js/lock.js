// Khoá màn hình: everything is hidden behind a dialog that asks for the password; the page stays
// open below it, so what was typed is still there. The server locks the session at the same time,
// and by itself where nothing was asked of it: while somebody types it is told so.
const dialog = document.getElementById("khoa");
const IDLE = 15 * 60 * 1000;
const TOLD_EVERY = 5 * 60 * 1000;
let last = Date.now();
let told = Date.now();
let locking; // the server hears of the lock before it is asked to open it

function tellOfUse() {
  if (Date.now() - told < TOLD_EVERY || last < told) return;
  told = Date.now();
  fetch(dialog.querySelector("form").action, { method: "HEAD" });
}

function lock() {
  if (dialog.open) return;
  document.body.classList.add("locked");
  dialog.showModal();
  const token = dialog.querySelector("[name=csrfmiddlewaretoken]").value;
  locking = fetch(dialog.dataset.lock, {
    method: "POST",
    headers: { "X-CSRFToken": token },
    redirect: "manual",
  }).catch(() => {});
}

async function unlock(event) {
  event.preventDefault();
  const form = event.target;
  const says = form.querySelector("[role=alert]");
  await locking;
  const answer = await fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    headers: { "X-Requested-With": "fetch" },
  });
  form.elements.password.value = "";
  says.hidden = answer.status === 204;
  if (answer.status !== 204) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const sentence = page.querySelector(".invalid-feedback");
    says.textContent = sentence ? sentence.textContent.trim() : "Chưa mở được, xin thử lại.";
    form.elements.password.focus();
    return;
  }
  last = Date.now();
  dialog.close();
  document.body.classList.remove("locked");
}

if (dialog) {
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.querySelector("form").addEventListener("submit", unlock);
  for (const button of document.querySelectorAll("[data-lock-screen]"))
    button.addEventListener("click", (event) => {
      event.preventDefault();
      lock();
    });
  for (const sign of ["keydown", "pointerdown", "scroll"])
    document.addEventListener(sign, () => (last = Date.now()), { passive: true });
  setInterval(() => (Date.now() - last > IDLE ? lock() : tellOfUse()), 20 * 1000);
}
