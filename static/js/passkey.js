// Khóa truy cập: asks the device to make or to show a key, and sends its answer with the form.
const place = document.querySelector("[data-passkey]");

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function words(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function asked(question) {
  const known = (each) => ({ ...each, id: bytes(each.id) });
  const read = { ...question, challenge: bytes(question.challenge) };
  if (question.user) read.user = { ...question.user, id: bytes(question.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"])
    if (question[list]) read[list] = question[list].map(known);
  return { publicKey: read };
}

function told(key) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (key.response[part]) response[part] = words(key.response[part]);
  return JSON.stringify({ id: key.id, rawId: words(key.rawId), type: key.type, response });
}

async function use(event) {
  event.preventDefault();
  const form = place.closest("form");
  const says = place.querySelector("[role=alert]");
  says.hidden = true;
  try {
    const question = asked(JSON.parse(place.dataset.question));
    const key = await navigator.credentials[place.dataset.passkey](question);
    form.elements.factor_key.value = told(key);
    form.submit();
  } catch {
    says.textContent = "Thiết bị chưa trả lời hoặc đồng chí đã dừng lại. Xin thử lại.";
    says.hidden = false;
  }
}

if (place && window.PublicKeyCredential) {
  place.hidden = false;
  place.querySelector("[data-use-key]").addEventListener("click", use);
}
