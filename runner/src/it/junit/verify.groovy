// Each run that passes has one test, counted under the name that the page promises.
import groovy.xml.XmlSlurper

def reports = new File(basedir, 'target/surefire-reports')
for (run in ['pass-old5', 'pass-old6', 'pass-new5', 'pass-new6', 'tag-new6']) {
    def suite = new XmlSlurper().parse(new File(reports, "TEST-example.ScenariosTest-${run}.xml"))
    assert suite.@tests == 1 && suite.@failures == 0 && suite.@errors == 0 && suite.@skipped == 0
    assert suite.testcase.collect { it.@name.text() } ==
            ['scenarios/cow.scenario.yaml > A private file mapping is copy-on-write']
}
// no library of the command line came with ours
def classPath = new File(reports, 'TEST-example.ScenariosTest-pass-new6.xml').text
['snakeyaml', 'pcollections'].each { assert classPath.contains("/$it-") }
['commons-cli', 'jackson', 'commons-numbers', 'jspecify-1.0.1'].each { assert !classPath.contains(it) }
assert new File(basedir, 'build.log').text.contains('No tests were executed!')
return true
