// "I did all as planned" fills in what is still open; the patient looks it over and saves. Without script it saves.
const button = document.querySelector('[data-all-as-planned]');
button?.addEventListener('click', (event) => {
  event.preventDefault();
  for (const done of document.querySelectorAll('input[name^="unit-"][value="done"]')) {
    const isOpen = !document.querySelector(`input[name="${done.name}"]:checked`);
    if (isOpen) done.checked = true;
  }
  const told = document.querySelector('[data-all-filled]');
  told.textContent = told.dataset.allFilled;
});
