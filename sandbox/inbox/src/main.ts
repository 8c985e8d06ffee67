import { createApp } from 'vue';

import App from './App.vue';
import './base.css';
import './components.css';

createApp(App).mount('#app');
