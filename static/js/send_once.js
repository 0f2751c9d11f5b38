// A second tap while the first is on its way sends nothing; the server would answer it with the same receipt.
for (const form of document.querySelectorAll('form[data-send-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sending) event.preventDefault();
    form.dataset.sending = 'yes';
  });
  addEventListener('pageshow', () => { delete form.dataset.sending; });
}
