import { createRoot } from 'react-dom/client';

createRoot(document.querySelector('#root') as HTMLElement).render(<h1>What we hold, and what you get</h1>);
