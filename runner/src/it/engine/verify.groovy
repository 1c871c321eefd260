// What Surefire's reports say of each run.
import groovy.xml.XmlSlurper

def reports(String run) {
    def suites = [:]
    new File(basedir, 'target/surefire-reports').eachFileMatch(~/TEST-example\.\w+-${run}\.xml/) {
        def suite = new XmlSlurper().parse(it)
        suites[it.name.replaceAll(/TEST-example\.|-${run}\.xml/, '')] = suite
    }
    suites
}

def names(suite, String outcome = null) {
    suite.testcase.findAll { outcome == null || it[outcome].size() > 0 }.collect { it.@name.text() }
}

def file = 'failing/cow.scenario.yaml > '
def failing = [file + 'A private file mapping is copy-on-write',
               file + 'A mapping is seen as shared > [2] sharing: shared, seen: hullo']
def passing = [file + 'A private file mapping is copy-on-write (2)',
               file + 'A mapping is seen as private > [1] sharing: private, seen: hello']
def story = '''bob.q: expected "HELLO", but it holds "hello"
  --> src/test/resources/failing/cow.scenario.yaml:16:10
   |
13 |   - write: { alice.p: HELLO }
   |     ----- step 2: alice stores "HELLO" at p'''
def misspelt = '''= help: did you mean `sharing`?'''

for (combination in ['old5', 'old6', 'new5', 'new6']) {
    def suite = reports("fail-$combination").FailingTest
    assert names(suite) as Set == failing + passing as Set
    assert suite.testcase.size() == 4
    assert names(suite, 'failure') as Set == failing as Set
    assert suite.testcase.find { it.@name == failing[0] }.failure.text().contains(story)
    assert !suite.testcase.find { it.@name == failing[0] }.failure.text().contains('\tat ')

    def wrong = reports("wrong-$combination")
    assert wrong.keySet() == ['WrongFileTest', 'WrongEmptyTest', 'WrongPathTest'] as Set
    assert names(wrong.WrongFileTest) as Set ==
            ['bad/bad.scenario.yaml > is valid', 'bad/good.scenario.yaml > A private file mapping is copy-on-write'] as Set
    assert names(wrong.WrongFileTest, 'error') == ['bad/bad.scenario.yaml > is valid']
    assert wrong.WrongFileTest.testcase.error.text().contains(misspelt)
    assert names(wrong.WrongEmptyTest, 'error') == ['empty > has scenarios']
    assert wrong.WrongEmptyTest.testcase.error.text().contains('there is no scenario in this folder')
    assert names(wrong.WrongPathTest, 'error') == ['missing > is there']
    assert wrong.WrongPathTest.testcase.error.text().contains('there is no such folder')
}

for (combination in ['old5', 'new6']) {
    def memory = reports("fail-$combination").MemoryTest
    assert memory.@tests == 2 && memory.@failures == 0 && memory.@errors == 0 && memory.@skipped == 0

    def rerun = reports("rerun-$combination").FailingTest
    assert names(rerun, 'rerunFailure') as Set == failing as Set
    def started = new File(basedir, "target/rerun-${combination}.started").readLines()
    assert started.countBy { it } == (failing.collectEntries { [it, 2] } + passing.collectEntries { [it, 1] })

    assert names(reports("tag-$combination").FailingTest) == [passing[0]]

    // a filter takes away the test that tells of a bad file, and not the news
    def filtered = reports("tag-wrong-$combination").WrongFileTest
    assert names(filtered, 'error') == ['mmaplab']
    assert filtered.testcase.error.text().contains(misspelt)
}

def forked = reports('forks-new6')
assert forked.keySet() == ['FailingTest', 'FailingTooTest'] as Set
forked.values().each { assert names(it, 'failure') as Set == failing as Set }
return true
