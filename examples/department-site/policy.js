// The page of one policy: which one stands in its address, `policy.html?id=…`.
const id = new URLSearchParams(location.search).get('id');
const card = document.querySelector('oi-policy-card');
if (id !== null) card?.setAttribute('interpretation-id', id);
