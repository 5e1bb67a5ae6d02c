/**
 * The only script inside pages, for what must be known before anything is painted: the chosen theme, that
 * scripts run, and that the search page opens with a query. Without it pages follow the system's theme and
 * show no controls that need a script. Its hash stands in the Content-Security-Policy.
 */
export const themeScript = `(()=>{const{dataset:d}=document.documentElement;delete d.theme;d.script='';if(/[?&]q=[^&]/.test(location.search))d.asks='';try{const t=localStorage.getItem('plumbline.theme');if(t)d.theme=t}catch{}})()`;
