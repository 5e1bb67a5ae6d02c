/** Loaded before a command that is measured: says its peak memory, in MB, when it ends. */
process.on('exit', () => {
	console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
});
