@echo off
chcp 936 >nul
title 卸载项目督导
rem A batch file that deletes its own folder has to run from elsewhere.
if /i "%~n0"=="dudao-uninstall" goto work
copy /y "%~f0" "%TEMP%\dudao-uninstall.cmd" >nul
"%TEMP%\dudao-uninstall.cmd" %1
:work
cd /d "%TEMP%"
set "PROGRAM=%LOCALAPPDATA%\Programs\dudao"
if not exist "%PROGRAM%\py\python.exe" goto absent
"%PROGRAM%\py\python.exe" -B -m addin.windows.uninstall
if not "%ERRORLEVEL%"=="0" goto end
set TRIES=0
:remove
rd /s /q "%PROGRAM%" >nul 2>nul
if not exist "%PROGRAM%" goto end
rem What has just ended, or a virus scanner, may hold files for a moment longer.
set /a TRIES+=1
ping -n 2 127.0.0.1 >nul
if %TRIES% lss 5 goto remove
echo 还有文件正被使用，重新启动电脑后可删除：%PROGRAM%
goto end
:absent
echo 这台电脑的这个用户没有安装项目督导。
:end
echo.
if /i not "%~1"=="/quiet" pause
(goto) 2>nul & del "%~f0"
