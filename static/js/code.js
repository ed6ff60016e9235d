// The sixteen digits: shown in groups of four; those behind the # of a scanned code are sent at once.
const form = document.querySelector("[data-code-form]");
const box = form && form.querySelector("[name=code]");

const grouped = (text) => text.replace(/\D/g, "").replace(/(.{4})(?=.)/g, "$1 ");

// Only at the end of the text: whoever corrects a digit in the middle keeps the cursor there.
if (box)
  box.addEventListener("input", () => {
    const text = box.value;
    if (/^[\d\s]*$/.test(text) && box.selectionStart === text.length && text.length < 24) box.value = grouped(text);
  });

// Wiped from the address bar first: going back must not show it again.
const takeScanned = () => {
  const scanned = decodeURIComponent(location.hash.slice(1)).replace(/\D/g, "");
  if (!box || scanned.length !== 16) return;
  history.replaceState(null, "", location.pathname);
  box.value = grouped(scanned);
  form.requestSubmit ? form.requestSubmit() : form.submit();
};

addEventListener("hashchange", takeScanned);
takeScanned();
