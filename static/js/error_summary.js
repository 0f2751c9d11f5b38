// The list of what to put right takes focus, so that it is read out first.
document.getElementById('errors')?.focus();
