{
  let q = [],
    x = 0,
    f = (e) => {
      let b = e.target.closest('button,input,summary');
      if (b && (q.push(b), e.stopImmediatePropagation(), x || b.type != 'checkbox')) e.preventDefault();
    };
  addEventListener('click', f, !0);
  addEventListener(
    'error',
    (e) => {
      if (e.target.type == 'module') {
        x = 1;
        for (let b of q) b.checked = b.defaultChecked;
      }
    },
    !0,
  );
  earlyPresses = () => (removeEventListener('click', f, !0), q);
}
