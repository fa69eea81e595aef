import './tokens.css';
import './shell/takt-app.js';
