// Comforts only: every page works without this file.

// A refused form: the summary takes the focus, each of its lines leads into its own field.
const summary = document.querySelector(".errors");
if (summary) summary.focus();

for (const link of document.querySelectorAll(".errors a"))
  link.addEventListener("click", () => {
    const place = document.getElementById(link.hash.slice(1));
    const field = place && (place.matches("fieldset") ? place.querySelector("input") : place);
    if (field) setTimeout(() => field.focus());
  });

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Leaving for another site at once, and not leaving this page in the way back.
for (const link of document.querySelectorAll("[data-leave]"))
  link.addEventListener("click", (event) => {
    event.preventDefault();
    window.location.replace(link.href);
  });

// Lists and long pages stand where they stood when the reader comes back from saving.
const place = `scroll:${location.pathname}`;
const kept = sessionStorage.getItem(place);
if (kept && !location.hash && !summary) window.scrollTo(0, Number(kept));
sessionStorage.removeItem(place);
for (const part of document.querySelectorAll("[data-keep-scroll]"))
  part.addEventListener("submit", () => sessionStorage.setItem(place, String(window.scrollY)));

// A page that tells how far something has come asks again while it is being looked at.
if (document.querySelector("[data-again]")) setTimeout(() => location.reload(), 3000);
