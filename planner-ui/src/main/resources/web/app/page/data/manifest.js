/** What the shell knows of this page; everything else of it is loaded when it is opened. */
export const manifest = {
  name: 'data',
  path: '/data',
  roles: ['planner', 'data-scientist', 'operator'],
  menu: true,
  key: 'd',
  element: 'takt-data',
  load: () => import('./takt-data.js'),
};
