{
  let q = [],
    x,
    f = (e) => {
      let b = e.target.closest(x ? 'input' : 'button,input,summary');
      if (b && (q.push(b), e.stopImmediatePropagation(), x || b.type != 'checkbox')) e.preventDefault();
    },
    g = () => {
      x = 1;
      for (let b of q) b.checked = b.defaultChecked;
      document.getElementById('not-loaded').hidden = 0;
    };
  addEventListener('click', f, !0);
  addEventListener('error', (e) => e.target.type == 'module' && g(), !0);
  earlyPresses = (n) => (n ? g() : removeEventListener('click', f, !0), q);
}
