// Signs in as the demo customer that this page's address names, and goes on to the app. The address carries no secret:
// the server answers it on this machine only, and only for a made-up brand.
const persona = location.pathname.split('/')[2];

async function open() {
  const settings = await fetch('/evenhand.json');
  const { brand } = await settings.json();
  const answer = await fetch(`/v1/${brand}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Evenhand-Client': 'web' },
    body: JSON.stringify({ demo: persona }),
  });
  if (answer.ok) return location.replace('/');
  const problem = await answer.json();
  return fail(problem.detail);
}

function fail(detail) {
  document.title = 'The demo did not open';
  document.querySelector('h1').textContent = 'The demo did not open';
  document.querySelector('#status').textContent = detail;
  document.querySelector('#retry').hidden = false;
}

open().catch(() => fail('No answer came from the server. See that it is running, then retry.'));
