// A scanned card brings its code behind the #, which no server sees. It moves into the field and out of the history.
const field = document.querySelector("[data-code]");
const code = decodeURIComponent(location.hash.slice(1));
if (field && /^[0-9A-Za-z-]{10,12}$/.test(code)) {
  if (!field.value) field.value = code;
  history.replaceState(null, "", location.pathname);
}
