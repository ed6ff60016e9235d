// A scanner reads the square code of a căn cước as one typed line:
// number|old number|name|birth ddmmyyyy|sex|address|issued. The parts go to their own fields,
// which say with data-card-part which one they hold; a field that has been filled is left alone.
const PARTS = ["number", "old-number", "name", "birth", "sex", "address"];

function put(field, value) {
  if (field.type === "radio") field.checked = field.labels[0].textContent.trim() === value;
  else if (!field.value) field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function spread(box) {
  const values = box.value.split("|").map((value) => value.trim());
  if (values.length < PARTS.length) return;
  box.value = values[0];
  PARTS.forEach((part, at) => {
    for (const field of box.form.querySelectorAll(`[data-card-part="${part}"]`))
      if (values[at]) put(field, values[at]);
  });
}

for (const box of document.querySelectorAll("input[data-card]")) {
  // The scanner ends its line with Enter, which must not send the form.
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !box.value.includes("|")) return;
    event.preventDefault();
    spread(box);
  });
  box.addEventListener("change", () => spread(box));
}
