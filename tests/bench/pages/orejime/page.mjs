import { categories } from '../categories.mjs';

const config = {
  privacyPolicyUrl: '/privacy',
  forceModal: true,
  purposes: categories.map((c) => ({
    id: c.id,
    title: c.title,
    description: c.description,
    cookies: [],
    isMandatory: c.required,
  })),
};

export default () => ({
  title: 'Orejime',
  files: {
    'orejime.js': 'orejime/dist/orejime-standard-en.js',
    'orejime.css': 'orejime/dist/orejime-standard.css',
  },
  head: `<link rel="stylesheet" href="orejime.css"><script>orejimeConfig=${JSON.stringify(config)}</script><script defer src="orejime.js"></script>`,
});
