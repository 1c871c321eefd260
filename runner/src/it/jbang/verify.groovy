// The project depends on what the catalog names, and the program runs with that alone.
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

def alias = new JsonSlurper().parse(new File(basedir, '../../../../jbang-catalog.json')).aliases.mmaplab
def project = new XmlSlurper().parse(new File(basedir, 'pom.xml'))
def named = project.dependencies.dependency.collect { "${it.groupId}:${it.artifactId}:${it.version}".toString() }
assert named == [alias.'script-ref'] + alias.dependencies

def java = new File(System.getProperty('java.home'), 'bin/java').path
def run = { String... arguments ->
    def process = new ProcessBuilder([java, '-cp', new File(basedir, 'target/classpath').text.trim(), alias.main, *arguments])
            .directory(new File(basedir, 'target')).redirectErrorStream(true).start()
    def said = process.inputStream.text
    assert process.waitFor() == 0: said
    said
}
assert run('--version').startsWith("mmaplab ${alias.'script-ref'.split(':')[2]} (Java ")
run('init', 'cow.scenario.yaml')
assert run('run', 'cow.scenario.yaml').contains('passed')
run('init', 'cow.exercise.yaml')
run('exercise', 'sheet', 'cow.exercise.yaml', '--student', 's1024', '--out', 'sheets')
return true
