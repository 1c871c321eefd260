println "POST " + context + " " + binding.variables.keySet(); return true
