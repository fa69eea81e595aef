/** What the shell knows of this page; everything else of it is loaded when it is opened. */
export const manifest = {
  name: 'inbox',
  path: '/inbox',
  roles: ['planner', 'operator', 'data-scientist', 'supplier'],
  menu: true,
  key: 'i',
  element: 'takt-inbox',
  load: () => import('./takt-inbox.js'),
};
