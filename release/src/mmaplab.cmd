@echo off
rem Runs mmaplab on Windows. Everything but the real kernel works there.
rem
rem   MMAPLAB_JAVA   the java to use; the default is that of JAVA_HOME, or else the one on the PATH
rem
rem The exit code is that of the program; 70 means that it could not be started.
setlocal

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined MMAPLAB_JAVA set "java=%MMAPLAB_JAVA%"

"%java%" -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2 -XX:-UsePerfData -cp "%~dp0mmaplab.jar" io.github.mmaplab.cli.Main %*
set "code=%ERRORLEVEL%"
if %code%==0 exit /b 0

rem A java that is missing, too old or does not start has an exit code as well.
"%java%" -cp "%~dp0mmaplab.jar" io.github.mmaplab.cli.Main --version >nul 2>&1
if not errorlevel 1 exit /b %code%
echo mmaplab: "%java%" does not start mmaplab.jar; install Java 17 or newer, or say where it is with JAVA_HOME or MMAPLAB_JAVA 1>&2
exit /b 70
