// "None of these" and the warning signs exclude each other. Without script the server lets a ticked sign win.
const boxes = [...document.querySelectorAll('input[name="warning_signs"]')];
const none = boxes.find((box) => box.value === 'none');
document.addEventListener('change', (event) => {
  if (!none || !boxes.includes(event.target) || !event.target.checked) return;
  for (const box of boxes) if ((event.target === none) !== (box === none)) box.checked = false;
});
