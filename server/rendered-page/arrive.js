{
  let d = document,
    c = location.pathname.split('/data/')[1],
    u = location.hash.slice(1),
    e = c && (u ? d.getElementById(c + '.' + u) || d.getElementById(u) : d.getElementById('heading-' + c));
  if (e && performance.getEntriesByType('navigation')[0].type == 'navigate') {
    e.scrollIntoView();
    e.focus({ preventScroll: true });
  }
  arrived = !!e;
}
