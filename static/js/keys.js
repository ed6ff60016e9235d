// Keys for people at a desk: "?" opens the map, a link or button with data-key is reached by it.
// Nothing happens while somebody types, and the map holds the switch that turns all keys off.
const map = document.getElementById("phim-tat");
const wanted = map && map.querySelector("input[type=checkbox]");
const OFF = "phim-tat:tat";

function typing(target) {
  return target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
}

function reach(target) {
  if (target.matches("input, textarea, select")) target.focus();
  else target.click();
}

// The keys of this page alone stand in the map under those of every page.
function tellOwnKeys() {
  const list = map.querySelector("dl");
  const told = new Set([...list.querySelectorAll("kbd")].map((key) => key.textContent.toLowerCase()));
  for (const target of document.querySelectorAll("[data-key]")) {
    const key = target.dataset.key;
    if (told.has(key)) continue;
    told.add(key);
    const term = document.createElement("dt");
    term.append(Object.assign(document.createElement("kbd"), { textContent: key.toUpperCase() }));
    const words = (target.textContent || target.getAttribute("aria-label") || "").trim();
    list.append(term, Object.assign(document.createElement("dd"), { textContent: words }));
  }
}

function openMap() {
  tellOwnKeys();
  map.showModal();
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target) || map.open) return;
  if (event.key === "?") return openMap();
  if (!wanted.checked) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  reach(target);
}

if (map) {
  wanted.checked = !localStorage.getItem(OFF);
  wanted.addEventListener("change", () =>
    wanted.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"),
  );
  document.addEventListener("keydown", pressed);
  for (const button of document.querySelectorAll("[data-key-map]")) {
    button.hidden = false;
    button.addEventListener("click", openMap);
  }
}
