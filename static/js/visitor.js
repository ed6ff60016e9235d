// Who comes is looked up from the number of the paper, before the content is typed: what the button
// "Tra người này" asks the page for, without leaving the page. What is typed stays; what stands
// empty is filled in as the office knows it.
const place = document.querySelector("[data-visitor]");
const number = document.querySelector("input[data-card]");
const OF_THE_PERSON = ["name", "address", "phone", "birth_year", "gender"];
let asked = "";

async function lookUp() {
  const typed = number.value.split("|")[0].replace(/[\s.-]/g, "");
  if (typed === asked || typed.length < 8) return;
  asked = typed;
  const sent = new FormData(number.form);
  sent.set("tra", "1");
  const answer = await fetch(number.form.action, { method: "POST", body: sent });
  const words = await answer.text();
  if (!answer.ok || typed !== asked) return; // the number has been corrected meanwhile
  const page = new DOMParser().parseFromString(words, "text/html");
  fillIn(page.querySelector("input[data-card]").form.elements);
  place.replaceChildren(...page.querySelector("[data-visitor]").childNodes);
  listen();
}

// Another name than the one that is known: another person's address is of no use.
function fillIn(known) {
  const { elements } = number.form;
  if (elements.name.value && elements.name.value !== known.name.value) return;
  const waiting = document.activeElement === elements.name && !elements.name.value;
  for (const each of OF_THE_PERSON)
    if (!elements[each].value) elements[each].value = known[each].value;
  if (waiting && elements.name.value) elements.petition_kind[0].focus();
}

function listen() {
  place.querySelector("[data-look-up]").addEventListener("click", (event) => {
    event.preventDefault();
    asked = "";
    lookUp();
  });
}

if (place && number) {
  listen();
  number.addEventListener("change", lookUp);
  // after card.js has taken the scanned line apart
  number.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !number.value) return;
    event.preventDefault();
    lookUp();
    const { name, petition_kind: kinds } = number.form.elements;
    (name.value ? kinds[0] : name).focus();
  });
  // Ctrl+Enter saves from anywhere in the form
  number.form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) number.form.requestSubmit();
  });
}
