// Marking rows of a list: how many are marked, and one box for all of the page.
// Without this file the boxes and buttons work all the same.
const bar = document.getElementById("chon-dong");

function boxes() {
  return [...document.querySelectorAll('input[name="so"][form="chon-dong"]')];
}

function say() {
  const all = boxes();
  const marked = all.filter((box) => box.checked).length;
  const whole = document.querySelector("[data-pick-all] input");
  if (whole) {
    whole.checked = marked === all.length;
    whole.indeterminate = marked > 0 && marked < all.length;
  }
  bar.querySelector("[data-picked]").textContent = marked
    ? `Đã chọn ${marked} dòng`
    : "Chọn các dòng rồi bấm việc cần làm";
}

if (bar) {
  const whole = document.querySelector("[data-pick-all]");
  if (whole) {
    whole.hidden = false;
    whole.addEventListener("change", (event) => {
      for (const box of boxes()) box.checked = event.target.checked;
      say();
    });
  }
  for (const box of boxes()) box.addEventListener("change", say);
  say();
}
