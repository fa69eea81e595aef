/** What the shell knows of this page; everything else of it is loaded when it is opened. */
export const manifest = {
  name: 'models',
  path: '/models',
  roles: ['planner', 'data-scientist', 'operator'],
  menu: true,
  key: 'o',
  element: 'takt-models',
  load: () => import('./takt-models.js'),
};
