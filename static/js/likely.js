// While a letter is entered: letters like it, asked for when one of the telling boxes is left.
// "change" comes with leaving a box, never in the middle of a syllable. Without this file the
// server shows the same letters before it writes.
const place = document.querySelector("[data-likely]");
const TELLING = ["id_number", "phone", "name", "content"];

async function ask() {
  const body = new FormData();
  for (const name of [...TELLING, "csrfmiddlewaretoken"]) {
    const box = place.closest("form").elements[name];
    if (box) body.append(name, box.value);
  }
  try {
    const answer = await fetch(place.dataset.likely, { method: "POST", body });
    if (answer.ok) place.innerHTML = await answer.text();
  } catch {
    // The server asks again when the letter is sent.
  }
}

if (place)
  for (const name of TELLING)
    place.closest("form").elements[name]?.addEventListener("change", ask);
