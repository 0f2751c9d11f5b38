// Copies a field's text. Without script it is marked and copied by hand; where a browser refuses, it is marked here.
for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  const told = document.querySelector('[data-copied]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      told.textContent = told.dataset.copied;
    } catch {
      told.textContent = told.dataset.notCopied;
    }
  });
}
