// The address that a shared code leads to names the policy: `?policy=…`.
const policy = new URLSearchParams(location.search).get('policy');
if (policy !== null) document.querySelector('oi-policy-card')?.setAttribute('policy-id', policy);

const button = document.querySelector('.size');
button?.addEventListener('click', () => {
  const isLarge = document.documentElement.classList.toggle('large');
  button.setAttribute('aria-pressed', String(isLarge));
});
