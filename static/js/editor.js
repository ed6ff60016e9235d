// The rich text box: Trix in place of the plain one; without this file the box takes marks.
const Trix = window.Trix;
const BUTTONS = [
  ["bold", "Đậm"],
  ["italic", "Nghiêng"],
  ["heading1", "Tiêu đề nhỏ"],
  ["bullet", "Gạch đầu dòng"],
  ["number", "Đánh số"],
  ["quote", "Trích dẫn"],
];

const button = (words, attributes) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn";
  made.textContent = words;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};

const toolbar = (id) => {
  const bar = document.createElement("trix-toolbar");
  bar.id = id;
  const row = document.createElement("div");
  row.className = "editor-buttons";
  for (const [name, words] of BUTTONS) row.append(button(words, { "data-trix-attribute": name }));
  row.append(button("Liên kết", { "data-trix-attribute": "href", "data-trix-action": "link" }));
  row.append(button("Hoàn tác", { "data-trix-action": "undo" }));
  const dialogs = document.createElement("div");
  dialogs.setAttribute("data-trix-dialogs", "");
  const dialog = document.createElement("div");
  dialog.className = "editor-link";
  dialog.setAttribute("data-trix-dialog", "href");
  dialog.setAttribute("data-trix-dialog-attribute", "href");
  const box = document.createElement("input");
  box.type = "url";
  box.name = "href";
  box.className = "form-control";
  box.disabled = true;
  box.setAttribute("aria-label", "Địa chỉ liên kết");
  box.setAttribute("data-trix-input", "");
  dialog.append(
    box,
    button("Gắn liên kết", { "data-trix-method": "setAttribute" }),
    button("Bỏ liên kết", { "data-trix-method": "removeAttribute" }),
  );
  dialogs.append(dialog);
  bar.append(row, dialogs);
  return bar;
};

const replace = (plain) => {
  const held = document.createElement("input");
  held.type = "hidden";
  held.name = plain.name;
  held.id = `${plain.id}_html`;
  held.value = plain.dataset.rich;
  const bar = toolbar(`${plain.id}_bar`);
  const editor = document.createElement("trix-editor");
  for (const name of ["aria-describedby", "aria-invalid"])
    if (plain.hasAttribute(name)) editor.setAttribute(name, plain.getAttribute(name));
  const label = document.querySelector(`label[for="${plain.id}"]`);
  editor.setAttribute("aria-label", label ? label.firstChild.textContent.trim() : "Nội dung");
  editor.setAttribute("input", held.id);
  editor.setAttribute("toolbar", bar.id);
  editor.id = plain.id;
  const hint = document.getElementById(`${plain.id}_helptext`);
  if (hint) hint.textContent = "Ảnh thêm sau, ở bước “Thêm ảnh”.";
  plain.replaceWith(held, bar, editor);
};

if (Trix) {
  Trix.config.blockAttributes.default.tagName = "p";
  Trix.config.blockAttributes.default.breakOnReturn = true;
  Trix.config.blockAttributes.heading1.tagName = "h2";
  document.addEventListener("trix-file-accept", (event) => event.preventDefault());
  document.querySelectorAll("textarea[data-rich]").forEach(replace);
}
