// While a letter is entered: letters like it, asked for when one of the telling boxes is left.
// "change" comes with leaving a box, never in the middle of a syllable. Without this file the
// server shows the same letters before it writes.
const place = document.querySelector("[data-likely]");
const TELLING = ["id_number", "phone", "name", "content"];

let asked = 0;

async function ask() {
  const turn = ++asked; // a slow answer to an earlier question tells nothing new
  const body = new FormData();
  for (const name of [...TELLING, "csrfmiddlewaretoken"]) {
    const box = place.closest("form").elements[name];
    if (box) body.append(name, box.value);
  }
  try {
    const answer = await fetch(place.dataset.likely, { method: "POST", body });
    const letters = answer.ok && (await answer.text());
    if (letters !== false && turn === asked) place.innerHTML = letters;
  } catch {
    // The server asks again when the letter is sent.
  }
}

if (place)
  for (const name of TELLING)
    place.closest("form").elements[name]?.addEventListener("change", ask);
