import { categories } from '../categories.mjs';

const config = {
  autoShow: false,
  hideFromBots: false,
  categories: Object.fromEntries(categories.map((c) => [c.id, c.required ? { enabled: true, readOnly: true } : {}])),
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'Privacy',
          description: 'We use cookies.',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Manage',
        },
        preferencesModal: {
          title: 'Privacy choices',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save choices',
          closeIconLabel: 'Close',
          sections: categories.map((c) => ({ title: c.title, description: c.description, linkedCategory: c.id })),
        },
      },
    },
  },
};

export default () => ({
  title: 'vanilla-cookieconsent',
  files: {
    'cookieconsent.umd.js': 'vanilla-cookieconsent/dist/cookieconsent.umd.js',
    'cookieconsent.css': 'vanilla-cookieconsent/dist/cookieconsent.css',
  },
  head: `<link rel="stylesheet" href="cookieconsent.css"><script defer src="cookieconsent.umd.js"></script>
<script>addEventListener('DOMContentLoaded',()=>CookieConsent.run(${JSON.stringify(config)}).then(()=>CookieConsent.showPreferences()))</script>`,
});
