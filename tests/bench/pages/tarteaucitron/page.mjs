import { categories } from '../categories.mjs';

// tarteaucitron has fixed category types; each purpose becomes a custom service of one of them.
const types = ['other', 'api', 'analytic', 'support', 'ads', 'social', 'comment', 'video'];
const services = categories.map((c, i) => ({
  key: `my-${c.id}`,
  type: types[i],
  name: c.title,
  needConsent: !c.required,
  cookies: [],
}));

export default () => ({
  title: 'tarteaucitron',
  files: Object.fromEntries(
    [
      'tarteaucitron.min.js',
      'tarteaucitron.services.min.js',
      'css/tarteaucitron.min.css',
      'css/tarteaucitron.css',
      'lang/tarteaucitron.en.min.js',
      'lang/tarteaucitron.en.js',
    ].map((f) => [f, `tarteaucitronjs/${f}`]),
  ),
  head: `<script src="tarteaucitron.min.js"></script><script>
tarteaucitron.init({privacyUrl:'',hashtag:'#tarteaucitron',cookieName:'tarteaucitron',orientation:'middle',showAlertSmall:false,cookieslist:false,showIcon:false,adblocker:false,DenyAllCta:true,AcceptAllCta:true,highPrivacy:true,handleBrowserDNTRequest:false,removeCredit:false,moreInfoLink:true,mandatory:true,mandatoryCta:true});
for(const s of ${JSON.stringify(services)}){tarteaucitron.services[s.key]={...s,js(){},fallback(){}};(tarteaucitron.job=tarteaucitron.job||[]).push(s.key)}
</script>`,
});
