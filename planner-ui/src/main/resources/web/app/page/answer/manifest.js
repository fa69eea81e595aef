/** What the shell knows of this page; everything else of it is loaded when it is opened. */
export const manifest = {
  name: 'answer',
  path: '/answer',
  roles: ['supplier'],
  menu: true,
  key: 'a',
  element: 'takt-answer',
  load: () => import('./takt-answer.js'),
};
