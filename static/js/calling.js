// Names after @ in a note: those of the box "Gửi thông báo cho" are offered below the text.
// What stands between the sign and the caret is read after each input, accents folded, so that a
// keyboard that rewrites syllables (Unikey) is read as it leaves them; nothing is done while it
// composes. Without this file the box itself is chosen from.
const MOST = 8;
const box = document.querySelector("select[data-calls]");
const text = box && box.form.elements[box.dataset.calls];

const folded = (words) =>
  words.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

function called() {
  const before = text.value.slice(0, text.selectionEnd);
  const found = /(?:^|[^\p{L}\p{N}.])@([\p{L}\p{M} ]{0,40})$/u.exec(before);
  return found && { words: folded(found[1]).trimStart(), from: before.length - found[1].length - 1 };
}

function start() {
  const people = [...box.options]
    .filter((option) => option.value)
    .map((option) => ({ name: option.text, key: folded(option.text), unit: option.closest("optgroup")?.label }));
  const list = document.createElement("ul");
  list.id = "nhac-ten";
  list.className = "calling";
  list.role = "listbox";
  list.ariaLabel = "Đồng chí nhắc tên được";
  list.hidden = true;
  const told = document.createElement("p");
  told.className = "unseen";
  told.role = "status";
  text.after(list, told);
  text.setAttribute("aria-controls", list.id);
  text.setAttribute("aria-autocomplete", "list");
  text.autocomplete = "off";
  let at = 0;

  function close() {
    list.hidden = true;
    text.removeAttribute("aria-activedescendant");
  }

  function mark(place) {
    at = (place + list.children.length) % list.children.length;
    [...list.children].forEach((row, n) => row.setAttribute("aria-selected", n === at));
    text.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function write(name) {
    const call = called();
    if (!call) return close();
    text.setRangeText(`@${name} `, call.from, text.selectionEnd, "end");
    text.dispatchEvent(new Event("change", { bubbles: true }));
    close();
    text.focus();
  }

  function offer() {
    const call = called();
    const found = call
      ? people.filter(({ key }) => key.startsWith(call.words) || key.includes(` ${call.words}`)).slice(0, MOST)
      : [];
    if (!found.length || found.some(({ key }) => key === call.words.trim())) return close();
    list.replaceChildren(
      ...found.map(({ name, unit }, n) => {
        const row = document.createElement("li");
        row.id = `nhac-ten-${n}`;
        row.role = "option";
        row.textContent = unit ? `${name} – ${unit}` : name;
        row.addEventListener("pointerdown", (event) => event.preventDefault());
        row.addEventListener("click", () => write(name));
        row.dataset.name = name;
        return row;
      }),
    );
    list.hidden = false;
    told.textContent = `${found.length} đồng chí; mũi tên để chọn, Enter để ghi tên.`;
    mark(0);
  }

  text.addEventListener("input", (event) => event.isComposing || offer());
  text.addEventListener("compositionend", offer);
  text.addEventListener("blur", close);
  text.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at - 1);
    else if (event.key === "Enter" || event.key === "Tab") write(list.children[at].dataset.name);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

if (text) start();
